/** Largest file that is taken, bytes. */
export const MAX_FILE_BYTES = 15 * 1_024 * 1_024;

/** The same as it is told to people. */
export const MAX_FILE_WORDS = "15 MB";
