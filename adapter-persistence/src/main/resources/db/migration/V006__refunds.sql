-- Money given back.

CREATE TABLE refunds (
  site_id                resource_id NOT NULL REFERENCES sites,
  refund_id              resource_id NOT NULL CHECK (refund_id LIKE 're\_%'),
  charge_id              resource_id NOT NULL,
  amount                 minor_units NOT NULL,
  currency               currency_code NOT NULL,
  state                  code_name NOT NULL CHECK (state IN ('pending', 'done', 'failed')),
  -- done: what the gateway calls it.
  transaction_id         text,
  network_transaction_id text,
  approval_code          text,
  reconciliation_id      text,
  avs                    text,
  cvn                    text,
  -- failed: why.
  failure_code           code_name,
  failure_detail         text,
  reason                 text,
  metadata               jsonb NOT NULL,
  created_at             timestamptz NOT NULL,
  updated_at             timestamptz NOT NULL,
  PRIMARY KEY (site_id, refund_id),
  CONSTRAINT a_refund_is_in_its_charges_currency
    FOREIGN KEY (site_id, charge_id, currency) REFERENCES charges (site_id, charge_id, currency),
  CONSTRAINT a_refund_gives_money_back CHECK (amount > 0),
  CONSTRAINT a_done_refund_has_its_transaction CHECK (
    (transaction_id IS NOT NULL) = (state = 'done')
    AND (transaction_id IS NOT NULL
      OR num_nonnulls(network_transaction_id, approval_code, reconciliation_id, avs, cvn) = 0)),
  CONSTRAINT a_failed_refund_has_its_failure CHECK (
    num_nonnulls(failure_code, failure_detail) = CASE state WHEN 'failed' THEN 2 ELSE 0 END)
);

CREATE INDEX refunds_by_charge ON refunds (site_id, charge_id, refund_id);

-- What a charge says of its refunds and what the refunds say themselves agree whenever a
-- transaction ends.
CREATE FUNCTION check_refunds_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  charge charges%ROWTYPE;
  done bigint;
  pending bigint;
BEGIN
  SELECT * INTO STRICT charge FROM charges
    WHERE site_id = NEW.site_id AND charge_id = NEW.charge_id;
  SELECT coalesce(sum(amount) FILTER (WHERE state = 'done'), 0),
         coalesce(sum(amount) FILTER (WHERE state = 'pending'), 0)
    INTO done, pending FROM refunds
    WHERE site_id = NEW.site_id AND charge_id = NEW.charge_id;
  IF charge.refunded_amount <> done OR charge.reserved_amount <> pending THEN
    RAISE EXCEPTION '% says % went back and % is reserved, its refunds say % and %',
      NEW.charge_id, charge.refunded_amount, charge.reserved_amount, done, pending
      USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_agree_with_their_charge';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER refunds_agree_with_their_charge
  AFTER INSERT OR UPDATE OF amount, state, charge_id ON refunds
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_refunds_agree();

CREATE CONSTRAINT TRIGGER new_charges_agree_with_their_refunds
  AFTER INSERT ON charges
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW
  WHEN (NEW.refunded_amount + NEW.reserved_amount > 0)
  EXECUTE FUNCTION check_refunds_agree();

CREATE CONSTRAINT TRIGGER charges_agree_with_their_refunds
  AFTER UPDATE ON charges
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW
  WHEN (OLD.refunded_amount <> NEW.refunded_amount OR OLD.reserved_amount <> NEW.reserved_amount)
  EXECUTE FUNCTION check_refunds_agree();
