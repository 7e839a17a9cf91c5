/** Before "deliver": it has not happened. */
export const NOT_YET =
  /\b(?:not|never|will|shall|to be|be|being|may|might|could|would|should|can|unable|until|before|await\w*|waiting|expect\w*|estimat\w*|schedul\w*|anticipat\w*|plan\w*|promis\w*|due|attempt\w*|about to|soon|tomorrow|ready to be|fail\w*|un(?:success)\w*|prevent\w*|undeliver\w*) (?:[a-z0-9]+ ){0,4}deliver/;
