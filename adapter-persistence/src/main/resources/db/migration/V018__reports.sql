-- What a site did in a period is looked up by time.

CREATE INDEX refunds_by_time ON refunds (site_id, created_at);
CREATE INDEX renewals_by_start ON renewals (site_id, period_start);
