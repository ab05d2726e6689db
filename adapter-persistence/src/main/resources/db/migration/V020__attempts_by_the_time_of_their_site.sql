-- When an attempt was made by the time of its site, which may be a test clock's: the caps of the
-- card networks count by it.
ALTER TABLE charges
  ADD COLUMN attempted_at timestamptz;

UPDATE charges SET attempted_at = created_at WHERE renewal_id IS NOT NULL;

ALTER TABLE charges
  DROP CONSTRAINT an_attempt_is_of_a_renewal,
  ADD CONSTRAINT an_attempt_is_of_a_renewal
    CHECK (num_nonnulls(renewal_id, attempt, attempted_at) IN (0, 3));

DROP INDEX declined_renewals_by_card;
CREATE INDEX declined_renewals_by_card ON charges (site_id, payment_method_id, attempted_at)
  WHERE renewal_id IS NOT NULL AND state = 'declined';
