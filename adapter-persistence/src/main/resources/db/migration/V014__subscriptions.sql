-- Cards charged once a period. Whoever changes a subscription or one of its renewals has locked the
-- subscription first.

CREATE TABLE subscriptions (
  site_id              resource_id NOT NULL REFERENCES sites,
  subscription_id      resource_id NOT NULL CHECK (subscription_id LIKE 'sub\_%'),
  customer_id          resource_id NOT NULL,
  payment_method_id    resource_id NOT NULL,
  amount               minor_units NOT NULL CHECK (amount > 0),
  -- What the first period cost.
  agreed_amount        minor_units NOT NULL CHECK (agreed_amount > 0),
  currency             currency_code NOT NULL,
  -- Every period is counted from here, in this zone.
  anchor               timestamptz NOT NULL,
  time_zone            text NOT NULL,
  interval_unit        code_name NOT NULL CHECK (interval_unit IN ('day', 'week', 'month', 'year')),
  interval_count       integer NOT NULL,
  total_periods        integer CHECK (total_periods > 0),
  collection           code_name NOT NULL CHECK (collection IN ('automatic', 'on_request')),
  status               code_name NOT NULL CHECK (status IN ('incomplete', 'trialing', 'active',
    'past_due', 'paused', 'canceled', 'ended')),
  -- incomplete: when it is given up.
  incomplete_until     timestamptz,
  -- canceled, ended: since when.
  over_at              timestamptz,
  started_at           timestamptz NOT NULL,
  -- The last period that fell due.
  current_index        integer NOT NULL CHECK (current_index >= -1),
  cancel_at_period_end boolean NOT NULL,
  failed_attempts      integer NOT NULL CHECK (failed_attempts >= 0),
  latest_charge_id     resource_id,
  external_id          text,
  description          text,
  metadata             jsonb NOT NULL,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  PRIMARY KEY (site_id, subscription_id),
  FOREIGN KEY (site_id, customer_id) REFERENCES customers,
  FOREIGN KEY (site_id, payment_method_id) REFERENCES payment_methods,
  FOREIGN KEY (site_id, latest_charge_id) REFERENCES charges,
  CONSTRAINT a_period_lasts_three_years_at_most CHECK (interval_count BETWEEN 1 AND
    CASE interval_unit WHEN 'day' THEN 1095 WHEN 'week' THEN 156 WHEN 'month' THEN 36 ELSE 3 END),
  CONSTRAINT what_is_incomplete_is_given_up_some_time
    CHECK ((incomplete_until IS NOT NULL) = (status = 'incomplete')),
  CONSTRAINT what_is_over_is_over_since_some_time
    CHECK ((over_at IS NOT NULL) = (status IN ('canceled', 'ended')))
);

CREATE INDEX subscriptions_by_customer ON subscriptions (site_id, customer_id, subscription_id);
CREATE INDEX subscriptions_by_status ON subscriptions (site_id, status, subscription_id);
CREATE INDEX subscriptions_by_external_id ON subscriptions (site_id, external_id, subscription_id)
  WHERE external_id IS NOT NULL;

-- The collection of each period that came, and of the next.
CREATE TABLE renewals (
  site_id           resource_id NOT NULL REFERENCES sites,
  renewal_id        resource_id NOT NULL CHECK (renewal_id LIKE 'rn\_%'),
  subscription_id   resource_id NOT NULL,
  period_index      integer NOT NULL CHECK (period_index >= 0),
  period_start      timestamptz NOT NULL,
  period_end        timestamptz NOT NULL CHECK (period_end > period_start),
  -- What is asked, and of which card; frozen when the period falls due.
  amount            minor_units CHECK (amount > 0),
  currency          currency_code,
  payment_method_id resource_id,
  state             code_name NOT NULL CHECK (state IN ('scheduled', 'processing', 'paid',
    'retrying', 'waiting_for_payment_method', 'held', 'unpaid', 'skipped')),
  -- processing, paid: the charge.
  charge_id         resource_id,
  -- scheduled, retrying, waiting: when it is looked at by itself.
  due_at            timestamptz,
  -- The queue: when it can be claimed, which a claim puts off until its lease is over.
  wake_at           timestamptz,
  attempts          integer NOT NULL CHECK (attempts >= 0),
  strikes           integer NOT NULL CHECK (strikes BETWEEN 0 AND attempts),
  updated_at        timestamptz NOT NULL,
  PRIMARY KEY (site_id, renewal_id),
  FOREIGN KEY (site_id, subscription_id) REFERENCES subscriptions,
  FOREIGN KEY (site_id, payment_method_id) REFERENCES payment_methods,
  FOREIGN KEY (site_id, charge_id) REFERENCES charges DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT one_renewal_per_period UNIQUE (site_id, subscription_id, period_index),
  CONSTRAINT a_price_is_whole CHECK (num_nonnulls(amount, currency, payment_method_id) IN (0, 3)),
  CONSTRAINT what_is_asked_has_its_charge
    CHECK ((charge_id IS NOT NULL) = (state IN ('processing', 'paid'))),
  CONSTRAINT what_was_asked_has_its_price
    CHECK (CASE WHEN attempts = 0 THEN charge_id IS NULL ELSE amount IS NOT NULL END),
  CONSTRAINT what_is_due_is_due_some_time CHECK (
    CASE
      WHEN state IN ('retrying', 'waiting_for_payment_method') THEN due_at IS NOT NULL
      WHEN state = 'scheduled' THEN true
      ELSE due_at IS NULL END),
  CONSTRAINT what_is_due_is_in_the_queue CHECK ((due_at IS NOT NULL) = (wake_at IS NOT NULL))
);

-- Its size is the number of renewals to come, but a claim reads only those that are due.
CREATE INDEX renewals_to_wake ON renewals (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX renewals_due_by_site ON renewals (site_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX renewals_processing_by_site ON renewals (site_id) WHERE state = 'processing';

-- A charge that collects a renewal. The renewal may be written after it, in one transaction.
ALTER TABLE charges
  ADD COLUMN renewal_id resource_id,
  ADD COLUMN attempt integer CHECK (attempt > 0),
  ADD CONSTRAINT an_attempt_is_of_a_renewal CHECK (num_nonnulls(renewal_id, attempt) IN (0, 2)),
  ADD FOREIGN KEY (site_id, renewal_id) REFERENCES renewals DEFERRABLE INITIALLY DEFERRED;

CREATE UNIQUE INDEX an_attempt_is_made_once ON charges (site_id, renewal_id, attempt)
  WHERE renewal_id IS NOT NULL;

-- Whatever the code does: a period is not charged for while it is paid, or may be.
CREATE UNIQUE INDEX one_open_or_paid_charge_per_renewal ON charges (site_id, renewal_id)
  WHERE renewal_id IS NOT NULL AND state NOT IN ('declined', 'failed', 'voided');

CREATE INDEX declined_renewals_by_card ON charges (site_id, payment_method_id, created_at)
  WHERE renewal_id IS NOT NULL AND state = 'declined';

CREATE TABLE dunning_policies (
  site_id              resource_id PRIMARY KEY REFERENCES sites,
  retry_after_seconds  bigint[] NOT NULL,
  final_action         code_name NOT NULL CHECK (final_action IN ('cancel', 'pause',
    'keep_past_due')),
  retry_without_advice boolean NOT NULL,
  card_caps            jsonb NOT NULL,
  default_card_cap     integer NOT NULL,
  CONSTRAINT a_retry_comes_later CHECK (
    0 < ALL (retry_after_seconds) AND array_position(retry_after_seconds, NULL) IS NULL),
  CONSTRAINT a_card_can_be_tried_once CHECK (default_card_cap > 0
    AND NOT jsonb_path_exists(card_caps,
      '$.* ? (!(@.type() == "string" && @ like_regex "^[1-9][0-9]{0,9}$"))'))
);

-- Sandbox sites whose subscriptions live by a time of their own.
CREATE TABLE test_clocks (
  site_id resource_id PRIMARY KEY REFERENCES sites,
  now     timestamptz NOT NULL,
  target  timestamptz NOT NULL CHECK (target >= now),
  wake_at timestamptz
);

-- The caps of the card networks count per card, whoever's it is.
CREATE INDEX payment_methods_by_card ON payment_methods (site_id, fingerprint)
  WHERE fingerprint IS NOT NULL;
