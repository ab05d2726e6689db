-- Which key stands for what. Kept at least 30 days from claimed_at.

CREATE TABLE idempotency_claims (
  site_id     resource_id NOT NULL REFERENCES sites,
  key         text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  fingerprint text COLLATE "C" NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  resource_id resource_id NOT NULL,
  claimed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, key)
);

CREATE INDEX idempotency_claims_by_age ON idempotency_claims (claimed_at);
