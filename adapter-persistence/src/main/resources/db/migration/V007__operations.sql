-- Everything asked of the gateway, under the references it was asked under, and what was heard.

CREATE TABLE operations (
  site_id                resource_id NOT NULL REFERENCES sites,
  operation_id           resource_id NOT NULL CHECK (operation_id LIKE 'op\_%'),
  kind                   code_name NOT NULL
    CHECK (kind IN ('charge', 'capture', 'void', 'release', 'refund', 'save_card')),
  subject_id             resource_id NOT NULL,
  charge_id              resource_id
    GENERATED ALWAYS AS (CASE WHEN subject_id LIKE 'ch\_%' THEN subject_id END) STORED,
  refund_id              resource_id
    GENERATED ALWAYS AS (CASE WHEN subject_id LIKE 're\_%' THEN subject_id END) STORED,
  payment_method_id      resource_id
    GENERATED ALWAYS AS (CASE WHEN subject_id LIKE 'pm\_%' THEN subject_id END) STORED,
  amount                 minor_units NOT NULL,
  currency               currency_code NOT NULL,
  -- The gateway's limits are 50 and 30 characters.
  code                   text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 50),
  transaction_id         text COLLATE "C" NOT NULL CHECK (length(transaction_id) BETWEEN 1 AND 30),
  asked_at               timestamptz NOT NULL,
  asked_by               code_name NOT NULL,
  -- What concluded it; open without.
  outcome                code_name
    CHECK (outcome IN ('approval', 'hold', 'review', 'decline', 'rejection', 'not_sent')),
  concluded_at           timestamptz,
  -- What the gateway calls what it did.
  gateway_transaction_id text COLLATE "C",
  PRIMARY KEY (site_id, operation_id),
  FOREIGN KEY (site_id, charge_id) REFERENCES charges,
  FOREIGN KEY (site_id, refund_id) REFERENCES refunds,
  FOREIGN KEY (site_id, payment_method_id) REFERENCES payment_methods,
  CONSTRAINT codes_are_never_sent_twice UNIQUE (code),
  CONSTRAINT transaction_ids_are_never_sent_twice UNIQUE (transaction_id),
  CONSTRAINT an_operation_has_one_subject
    CHECK (num_nonnulls(charge_id, refund_id, payment_method_id) = 1),
  CONSTRAINT the_subject_fits_the_kind CHECK (
    CASE kind
      WHEN 'charge' THEN charge_id IS NOT NULL
      WHEN 'capture' THEN charge_id IS NOT NULL
      WHEN 'refund' THEN refund_id IS NOT NULL
      WHEN 'save_card' THEN payment_method_id IS NOT NULL
      ELSE true
    END),
  CONSTRAINT what_moves_money_has_an_amount
    CHECK (amount > 0 OR kind NOT IN ('charge', 'capture', 'refund')),
  CONSTRAINT a_conclusion_has_its_time CHECK ((outcome IS NULL) = (concluded_at IS NULL)),
  CONSTRAINT a_conclusion_comes_first
    CHECK (outcome IS NOT NULL OR gateway_transaction_id IS NULL)
);

-- Nothing but letting go of a hold is asked again while an answer is awaited …
CREATE UNIQUE INDEX nothing_is_asked_twice_at_once
  ON operations (site_id, subject_id, kind) WHERE outcome IS NULL AND kind <> 'release';
-- … and no money moves twice for one subject.
CREATE UNIQUE INDEX money_moves_once
  ON operations (site_id, subject_id, kind)
  WHERE kind IN ('charge', 'capture', 'refund') AND (outcome IS NULL OR outcome = 'approval');

CREATE INDEX operations_by_subject ON operations (site_id, subject_id);
CREATE INDEX operations_by_gateway_transaction ON operations (site_id, gateway_transaction_id)
  WHERE gateway_transaction_id IS NOT NULL;
-- For recovery, over all sites.
CREATE INDEX open_operations ON operations (asked_at) WHERE outcome IS NULL;

-- What happened to an operation after it was asked, with what was seen on the wire. Rows are only
-- ever added.
CREATE TABLE operation_steps (
  site_id        resource_id NOT NULL,
  operation_id   resource_id NOT NULL,
  position       bigint GENERATED ALWAYS AS IDENTITY,
  happening      code_name NOT NULL CHECK (happening IN ('answered', 'looked_up', 'annulled', 'decided')),
  happened_at    timestamptz NOT NULL,
  outcome        code_name,
  asked          text,
  answered       text,
  http_status    integer,
  correlation_id text,
  took_nanos     bigint,
  actor          code_name NOT NULL,
  PRIMARY KEY (site_id, operation_id, position),
  FOREIGN KEY (site_id, operation_id) REFERENCES operations,
  CONSTRAINT evidence_is_whole CHECK (
    CASE WHEN asked IS NULL THEN num_nonnulls(answered, http_status, correlation_id, took_nanos) = 0
         ELSE took_nanos IS NOT NULL END)
);
