-- The gateway's books held against ours: what was compared, and what differs.

CREATE TABLE reconciliations (
  -- Belongs to no site when it is of all of them.
  reconciliation_id resource_id PRIMARY KEY CHECK (reconciliation_id LIKE 'rec\_%'),
  site_id           resource_id REFERENCES sites,
  period_from       timestamptz NOT NULL,
  period_to         timestamptz NOT NULL,
  started_at        timestamptz NOT NULL,
  finished_at       timestamptz,
  accounts          integer NOT NULL,
  entries           integer NOT NULL,
  operations        integer NOT NULL,
  differences       integer NOT NULL,
  news              integer NOT NULL,
  problems          text[] NOT NULL,
  CONSTRAINT a_period_ends_after_it_begins CHECK (period_from < period_to)
);

CREATE INDEX unfinished_reconciliations ON reconciliations (started_at) WHERE finished_at IS NULL;

CREATE TABLE differences (
  site_id                resource_id NOT NULL REFERENCES sites,
  difference_id          resource_id NOT NULL CHECK (difference_id LIKE 'dif\_%'),
  gateway                gateway_id NOT NULL,
  type                   code_name NOT NULL
    CHECK (type IN ('missing_here', 'missing_there', 'amount', 'currency', 'status', 'duplicate')),
  status                 code_name NOT NULL CHECK (status IN ('open', 'resolved', 'closed')),
  -- Our operation, else the gateway's transaction: what one difference is told from another by.
  matter                 text COLLATE "C" NOT NULL,
  operation_id           resource_id,
  gateway_transaction_id text,
  code                   text,
  there_amount           minor_units,
  there_currency         currency_code,
  happened_at            timestamptz NOT NULL,
  detail                 text NOT NULL,
  first_seen_at          timestamptz NOT NULL,
  last_seen_at           timestamptz NOT NULL,
  -- closed: what a person said.
  closing_note           text,
  closed_at              timestamptz,
  PRIMARY KEY (site_id, difference_id),
  FOREIGN KEY (site_id, operation_id) REFERENCES operations,
  CONSTRAINT differences_are_found_by_id_alone UNIQUE (difference_id),
  -- Sites may share a merchant account: what others did there is told once.
  CONSTRAINT a_difference_is_kept_once UNIQUE (gateway, type, matter),
  CONSTRAINT a_difference_is_about_something
    CHECK (matter = coalesce(operation_id, gateway_transaction_id)),
  CONSTRAINT an_amount_there_has_its_currency
    CHECK (num_nonnulls(there_amount, there_currency) IN (0, 2)),
  CONSTRAINT a_closed_difference_says_why
    CHECK (num_nonnulls(closing_note, closed_at) = CASE status WHEN 'closed' THEN 2 ELSE 0 END)
);

CREATE INDEX open_differences ON differences (site_id, gateway, happened_at)
  WHERE status = 'open';

-- What a site counts on in a period.
CREATE INDEX operations_by_time ON operations (site_id, asked_at);
