-- Money asked once. The constraints say what the domain says: whoever writes a row that is not a
-- charge is stopped here.

CREATE TABLE charges (
  site_id                        resource_id NOT NULL REFERENCES sites,
  charge_id                      resource_id NOT NULL CHECK (charge_id LIKE 'ch\_%'),
  customer_id                    resource_id,
  payment_method_id              resource_id NOT NULL,
  gateway                        gateway_id NOT NULL,
  amount                         minor_units NOT NULL,
  currency                       currency_code NOT NULL,
  mode                           code_name NOT NULL CHECK (mode IN ('sale', 'authorization')),
  -- As the API shows it; follows from the state.
  status                         code_name NOT NULL,
  state                          code_name NOT NULL,
  -- capturing: how much of the hold was asked for.
  capture_asked                  minor_units,
  -- captured, and voiding what was captured: how much was taken.
  captured_amount                minor_units NOT NULL,
  -- voiding: where a refusal leads back to.
  voiding_from                   code_name CHECK (voiding_from IN ('authorized', 'captured')),
  -- releasing: the hold that has to go, and what the charge is then.
  held_amount                    minor_units,
  held_currency                  currency_code,
  releasing_to                   code_name CHECK (releasing_to IN ('voided', 'declined', 'failed')),
  -- What the gateway calls the payment.
  payment_transaction_id         text,
  payment_network_transaction_id text,
  payment_approval_code          text,
  payment_reconciliation_id      text,
  payment_avs                    text,
  payment_cvn                    text,
  -- What the gateway calls the taking of the money: of a sale the same, else the capture.
  capture_transaction_id         text,
  capture_network_transaction_id text,
  capture_approval_code          text,
  capture_reconciliation_id      text,
  capture_avs                    text,
  capture_cvn                    text,
  -- declined, or releasing a hold because of a decline
  decline_code                   code_name,
  decline_category               code_name
    CHECK (decline_category IN ('soft', 'hard', 'fix', 'fraud', 'configuration')),
  decline_retry_after_millis     bigint,
  decline_gateway_reason         text,
  decline_processor_code         text,
  decline_merchant_advice        text,
  -- failed, or releasing a hold because of a failure
  failure_code                   code_name,
  failure_detail                 text,
  refunded_amount                minor_units NOT NULL,
  reserved_amount                minor_units NOT NULL,
  needs_attention                boolean NOT NULL,
  reference                      text,
  description                    text,
  metadata                       jsonb NOT NULL,
  created_at                     timestamptz NOT NULL,
  updated_at                     timestamptz NOT NULL,
  PRIMARY KEY (site_id, charge_id),
  FOREIGN KEY (site_id, customer_id) REFERENCES customers,
  FOREIGN KEY (site_id, payment_method_id) REFERENCES payment_methods,
  -- A refund names the currency too, so that it cannot be in another.
  CONSTRAINT charges_have_one_currency UNIQUE (site_id, charge_id, currency),

  CONSTRAINT a_charge_asks_for_money CHECK (amount > 0),
  CONSTRAINT no_more_is_taken_than_asked CHECK (captured_amount <= amount),
  CONSTRAINT no_more_goes_back_than_was_taken
    CHECK (refunded_amount + reserved_amount <= captured_amount),
  CONSTRAINT what_goes_back_is_not_voided
    CHECK (state <> 'voiding' OR refunded_amount + reserved_amount = 0),
  CONSTRAINT a_sale_takes_all_at_once CHECK (
    mode <> 'sale'
    OR (captured_amount IN (0, amount)
      AND state NOT IN ('authorized', 'capturing')
      AND voiding_from IS DISTINCT FROM 'authorized'
      AND capture_transaction_id IS NOT DISTINCT FROM
        CASE WHEN captured_amount > 0 THEN payment_transaction_id END)),

  CONSTRAINT states_are_known CHECK (state IN ('pending', 'in_review', 'capturing', 'voiding',
    'releasing', 'authorized', 'captured', 'voided', 'declined', 'failed')),
  CONSTRAINT the_status_follows_from_the_state CHECK (status = CASE state
    WHEN 'capturing' THEN 'authorized'
    WHEN 'voiding' THEN voiding_from
    WHEN 'releasing' THEN CASE releasing_to WHEN 'voided' THEN 'authorized' ELSE 'pending' END
    ELSE state END),
  CONSTRAINT a_captured_charge_took_money CHECK (
    (captured_amount > 0)
      = (state = 'captured' OR voiding_from IS NOT DISTINCT FROM 'captured')),
  CONSTRAINT what_took_money_has_its_transaction CHECK (
    (capture_transaction_id IS NOT NULL) = (captured_amount > 0)),
  CONSTRAINT what_reached_the_issuer_has_its_transaction CHECK (
    (payment_transaction_id IS NOT NULL) = (state NOT IN ('pending', 'failed'))),
  CONSTRAINT nothing_is_told_of_no_transaction CHECK (
    (payment_transaction_id IS NOT NULL
      OR num_nonnulls(payment_network_transaction_id, payment_approval_code,
        payment_reconciliation_id, payment_avs, payment_cvn) = 0)
    AND (capture_transaction_id IS NOT NULL
      OR num_nonnulls(capture_network_transaction_id, capture_approval_code,
        capture_reconciliation_id, capture_avs, capture_cvn) = 0)),
  CONSTRAINT a_capture_asks_for_part_of_the_hold CHECK (
    CASE WHEN state = 'capturing'
      THEN capture_asked IS NOT NULL AND capture_asked BETWEEN 1 AND amount
      ELSE capture_asked IS NULL END),
  CONSTRAINT what_is_voided_leads_back CHECK ((voiding_from IS NOT NULL) = (state = 'voiding')),
  CONSTRAINT what_is_released_leads_on CHECK (
    num_nonnulls(held_amount, held_currency, releasing_to)
      = CASE state WHEN 'releasing' THEN 3 ELSE 0 END),
  CONSTRAINT a_declined_charge_has_its_reason CHECK (
    CASE WHEN state = 'declined' OR releasing_to IS NOT DISTINCT FROM 'declined'
      THEN num_nonnulls(decline_code, decline_category) = 2
      ELSE num_nonnulls(decline_code, decline_category, decline_retry_after_millis,
        decline_gateway_reason, decline_processor_code, decline_merchant_advice) = 0 END),
  CONSTRAINT a_failed_charge_has_its_failure CHECK (
    num_nonnulls(failure_code, failure_detail)
      = CASE WHEN state = 'failed' OR releasing_to IS NOT DISTINCT FROM 'failed' THEN 2 ELSE 0 END)
);

CREATE INDEX charges_by_customer ON charges (site_id, customer_id, charge_id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX charges_by_status ON charges (site_id, status, charge_id);
CREATE INDEX charges_by_reference ON charges (site_id, reference, charge_id)
  WHERE reference IS NOT NULL;
CREATE INDEX charges_by_time ON charges (site_id, created_at);
