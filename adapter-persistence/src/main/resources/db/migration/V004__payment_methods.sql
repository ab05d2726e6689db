-- Cards we may charge, never their numbers; the card forms they came from; the tokens used up.

CREATE TABLE payment_methods (
  site_id                         resource_id NOT NULL REFERENCES sites,
  payment_method_id               resource_id NOT NULL CHECK (payment_method_id LIKE 'pm\_%'),
  customer_id                     resource_id,
  gateway                         gateway_id NOT NULL,
  network                         code_name NOT NULL,
  bin                             text CHECK (bin ~ '^[0-9]{6,8}$'),
  last4                           text NOT NULL CHECK (last4 ~ '^[0-9]{4}$'),
  exp_month                       smallint NOT NULL CHECK (exp_month BETWEEN 1 AND 12),
  exp_year                        smallint NOT NULL CHECK (exp_year BETWEEN 2000 AND 2099),
  fingerprint                     text,
  billing_name                    text NOT NULL,
  billing_email                   text NOT NULL,
  billing_phone                   text,
  billing_line1                   text NOT NULL,
  billing_line2                   text,
  billing_city                    text NOT NULL,
  billing_state                   text,
  billing_postal_code             text NOT NULL,
  billing_country                 text NOT NULL,
  is_default                      boolean NOT NULL,
  state                           code_name NOT NULL
    CHECK (state IN ('verifying', 'active', 'unusable', 'detached')),
  -- active: how the vault names the card.
  token_customer                  text,
  token_instrument                text,
  token_card                      text,
  -- unusable: why.
  decline_code                    code_name,
  decline_category                code_name
    CHECK (decline_category IN ('soft', 'hard', 'fix', 'fraud', 'configuration')),
  decline_retry_after_millis      bigint,
  decline_gateway_reason          text,
  decline_processor_code          text,
  decline_merchant_advice         text,
  -- What the card networks want to hear again.
  lineage_original_transaction_id text,
  lineage_latest_transaction_id   text,
  lineage_original_amount         minor_units,
  lineage_original_currency       currency_code,
  created_at                      timestamptz NOT NULL,
  updated_at                      timestamptz NOT NULL,
  PRIMARY KEY (site_id, payment_method_id),
  FOREIGN KEY (site_id, customer_id) REFERENCES customers,
  CONSTRAINT a_default_is_somebodys CHECK (NOT is_default OR customer_id IS NOT NULL),
  CONSTRAINT an_active_card_has_its_token CHECK (
    CASE WHEN state = 'active' THEN num_nonnulls(token_instrument, token_card) = 2
         ELSE num_nonnulls(token_customer, token_instrument, token_card) = 0 END),
  CONSTRAINT an_unusable_card_has_its_reason CHECK (
    CASE WHEN state = 'unusable' THEN num_nonnulls(decline_code, decline_category) = 2
         ELSE num_nonnulls(decline_code, decline_category, decline_retry_after_millis,
             decline_gateway_reason, decline_processor_code, decline_merchant_advice) = 0 END),
  CONSTRAINT an_original_amount_has_its_currency
    CHECK (num_nonnulls(lineage_original_amount, lineage_original_currency) IN (0, 2))
);

CREATE UNIQUE INDEX a_customer_has_one_default
  ON payment_methods (site_id, customer_id) WHERE is_default AND state = 'active';
CREATE INDEX active_payment_methods
  ON payment_methods (site_id, customer_id, payment_method_id) WHERE state = 'active';
CREATE INDEX payment_methods_by_fingerprint
  ON payment_methods (site_id, customer_id, fingerprint) WHERE state = 'active';

CREATE TABLE card_sessions (
  site_id                  resource_id NOT NULL REFERENCES sites,
  session_id               resource_id NOT NULL CHECK (session_id LIKE 'cs\_%'),
  gateway                  gateway_id NOT NULL,
  origins                  text[] NOT NULL,
  networks                 text[] NOT NULL,
  method                   code_name NOT NULL CHECK (method IN ('microform', 'flex_key')),
  -- microform
  capture_context          text,
  client_library           text,
  client_library_integrity text,
  -- flex_key
  key_id                   text,
  jwk                      text,
  -- What the gateway's adapter keeps for itself.
  verification             text NOT NULL,
  created_at               timestamptz NOT NULL,
  expires_at               timestamptz NOT NULL,
  PRIMARY KEY (site_id, session_id),
  CONSTRAINT card_sessions_are_found_by_id_alone UNIQUE (session_id),
  CONSTRAINT a_session_has_its_fields CHECK (
    CASE method
      WHEN 'microform' THEN num_nonnulls(capture_context, client_library) = 2
        AND num_nonnulls(key_id, jwk) = 0
      WHEN 'flex_key' THEN num_nonnulls(key_id, jwk) = 2
        AND num_nonnulls(capture_context, client_library, client_library_integrity) = 0
    END)
);

CREATE TABLE used_tokens (
  site_id           resource_id NOT NULL REFERENCES sites,
  token_id          text COLLATE "C" NOT NULL,
  -- Not a reference: the token is marked before the payment method is written.
  payment_method_id resource_id NOT NULL CHECK (payment_method_id LIKE 'pm\_%'),
  -- The token may be forgotten afterwards.
  expires_at        timestamptz NOT NULL,
  PRIMARY KEY (site_id, token_id)
);

CREATE INDEX used_tokens_by_payment_method ON used_tokens (site_id, payment_method_id);
