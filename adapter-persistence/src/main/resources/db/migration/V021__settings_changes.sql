-- Who changed which settings of a site, and what they were. Written with the change itself; no row
-- is ever changed or removed.

CREATE TABLE settings_changes (
  site_id    resource_id NOT NULL REFERENCES sites,
  change_id  resource_id NOT NULL CHECK (change_id LIKE 'set\_%'),
  changed_at timestamptz NOT NULL,
  -- The site key that was held, which may be gone by now; without one it was the operator key.
  key_id     resource_id,
  door       code_name NOT NULL CHECK (door IN ('api', 'dashboard')),
  subject    code_name NOT NULL CHECK (subject IN ('site', 'integration', 'api_key', 'dunning')),
  name       text NOT NULL,
  -- The values that changed, by name; secrets are never among them.
  before     jsonb NOT NULL,
  after      jsonb NOT NULL CHECK (after <> before),
  PRIMARY KEY (site_id, change_id)
);

-- Those that expired long ago are forgotten, oldest first.
CREATE INDEX card_sessions_by_expiry ON card_sessions (expires_at);
