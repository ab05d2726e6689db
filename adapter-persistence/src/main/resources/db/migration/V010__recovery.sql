-- How it is known what became of an operation, and when somebody has to look at it again.

ALTER TABLE operations
  ADD COLUMN proof code_name
    CHECK (proof IN ('answer', 'found', 'annulled', 'absent', 'operator')),
  -- Due, or claimed until then by whoever looks; nobody has to look without.
  ADD COLUMN look_at timestamptz;

UPDATE operations SET proof = 'answer' WHERE outcome IS NOT NULL;
UPDATE operations SET look_at = now() WHERE outcome IS NULL OR outcome = 'review';

ALTER TABLE operations
  ADD CONSTRAINT a_conclusion_has_its_proof CHECK ((outcome IS NULL) = (proof IS NULL)),
  ADD CONSTRAINT what_is_open_is_looked_at CHECK (outcome IS NOT NULL OR look_at IS NOT NULL),
  -- What took effect after it was closed is paid back by a refund of the charge's own.
  DROP CONSTRAINT the_subject_fits_the_kind,
  ADD CONSTRAINT the_subject_fits_the_kind CHECK (
    CASE kind
      WHEN 'charge' THEN charge_id IS NOT NULL
      WHEN 'capture' THEN charge_id IS NOT NULL
      WHEN 'refund' THEN refund_id IS NOT NULL OR charge_id IS NOT NULL
      WHEN 'save_card' THEN payment_method_id IS NOT NULL
      ELSE payment_method_id IS NULL
    END);

-- For recovery, over all sites.
CREATE INDEX operations_to_look_at ON operations (look_at) WHERE look_at IS NOT NULL;

-- What a lost card save stood under.
CREATE INDEX idempotency_claims_of_payment_methods ON idempotency_claims (site_id, resource_id)
  WHERE resource_id LIKE 'pm\_%';
