-- Who sells, through which gateway, and which keys open what.

CREATE TABLE sites (
  site_id     resource_id PRIMARY KEY CHECK (site_id LIKE 'site\_%'),
  name        text NOT NULL,
  url         text NOT NULL,
  external_id text,
  time_zone   text NOT NULL,
  created_at  timestamptz NOT NULL
);

CREATE TABLE integrations (
  site_id            resource_id NOT NULL REFERENCES sites,
  gateway            gateway_id NOT NULL,
  environment        code_name NOT NULL CHECK (environment IN ('sandbox', 'live')),
  status             code_name NOT NULL CHECK (status IN ('enabled', 'disabled')),
  currency           currency_code NOT NULL,
  additional_sites   text[] NOT NULL,
  networks           text[] NOT NULL CHECK (cardinality(networks) > 0),
  -- What is secret is sealed; its names are not.
  settings           jsonb NOT NULL,
  secrets            jsonb NOT NULL,
  -- The credentials that were replaced last; they serve recovery and refunds until then.
  previous_settings  jsonb,
  previous_secrets   jsonb,
  previous_until     timestamptz,
  secrets_updated_at timestamptz NOT NULL,
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  PRIMARY KEY (site_id, gateway),
  CONSTRAINT previous_credentials_are_whole
    CHECK (num_nonnulls(previous_settings, previous_secrets, previous_until) IN (0, 3))
);

CREATE TABLE api_keys (
  site_id      resource_id NOT NULL REFERENCES sites,
  key_id       resource_id NOT NULL CHECK (key_id LIKE 'key\_%'),
  name         text NOT NULL,
  -- SHA-256 of the key; the key itself is nowhere.
  hash         text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (site_id, key_id),
  CONSTRAINT api_keys_have_one_owner UNIQUE (hash)
);
