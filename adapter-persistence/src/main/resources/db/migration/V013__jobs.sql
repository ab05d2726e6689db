-- What the service does by itself, and what it found.

-- Of db-scheduler, in its own shape: one instance runs each task when it is due.
CREATE TABLE scheduled_tasks (
  task_name            text COLLATE "C" NOT NULL,
  task_instance        text COLLATE "C" NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);

-- What the last check of each invariant found.
CREATE TABLE invariant_checks (
  invariant  code_name PRIMARY KEY,
  violations integer NOT NULL CHECK (violations >= 0),
  checked_at timestamptz NOT NULL
);

CREATE INDEX used_tokens_by_expiry ON used_tokens (expires_at);
