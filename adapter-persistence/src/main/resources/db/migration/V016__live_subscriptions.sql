-- Who still needs a card; the customer's are found by subscriptions_by_customer.
CREATE INDEX live_subscriptions_by_card ON subscriptions (site_id, payment_method_id)
  WHERE status NOT IN ('canceled', 'ended');

-- What is held because an integration is disabled looks again by itself.
ALTER TABLE renewals
  DROP CONSTRAINT what_is_due_is_due_some_time,
  ADD CONSTRAINT what_is_due_is_due_some_time CHECK (
    CASE
      WHEN state IN ('retrying', 'waiting_for_payment_method') THEN due_at IS NOT NULL
      WHEN state IN ('scheduled', 'held') THEN true
      ELSE due_at IS NULL END);
