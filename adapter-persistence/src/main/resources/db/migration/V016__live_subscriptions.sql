-- Who still needs a card; the customer's are found by subscriptions_by_customer.
CREATE INDEX live_subscriptions_by_card ON subscriptions (site_id, payment_method_id)
  WHERE status NOT IN ('canceled', 'ended');
