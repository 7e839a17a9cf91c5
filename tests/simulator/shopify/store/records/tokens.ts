/** What an app calls the Admin API with; online ones belong to a member of staff. */
export interface AccessToken {
  token: string;
  shop: string;
  online: boolean;
  scopes: string[];
  userId: string | null;
  expiresAt: number | null;
  revoked: boolean;
}

export interface RefreshToken {
  token: string;
  shop: string;
  scopes: string[];
  expiresAt: number;
  firstUsedAt: number | null;
  /** The refresh token that this one replaced: retired once this one is used. */
  replaces: string | null;
  retired: boolean;
}
