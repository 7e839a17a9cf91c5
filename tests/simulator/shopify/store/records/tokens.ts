/** What an app calls the Admin API with; online ones belong to a member of staff. */
export interface AccessToken {
  token: string;
  shop: string;
  online: boolean;
  scopes: string[];
  userId: string | null;
  /** Null for an offline token that never expires. */
  expiresAt: number | null;
  /** Milliseconds since the epoch; absent in states that were kept before it was recorded. */
  issuedAt?: number;
  revoked: boolean;
  /** The pair that a token without an end was exchanged for, and when. */
  exchanged?: { accessToken: string; refreshToken: string; at: number };
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
