-- What happened, in a gapless feed per site.

-- The last position of each site's feed. Whoever appends holds its row until the transaction ends,
-- so positions are handed out in the order of commits, and given back by a rollback.
CREATE TABLE event_positions (
  site_id resource_id PRIMARY KEY REFERENCES sites,
  last    bigint NOT NULL CHECK (last > 0)
) WITH (fillfactor = 50);

CREATE TABLE events (
  site_id         resource_id NOT NULL REFERENCES sites,
  sequence        bigint NOT NULL CHECK (sequence > 0),
  event_id        resource_id NOT NULL CHECK (event_id LIKE 'evt\_%'),
  type            text COLLATE "C" NOT NULL CHECK (type ~ '^[a-z_]+\.[a-z_]+$'),
  created_at      timestamptz NOT NULL,
  object_type     code_name NOT NULL,
  object_id       text COLLATE "C" NOT NULL,
  object_sequence bigint NOT NULL CHECK (object_sequence > 0),
  -- json and not jsonb: the feed shows the object as it was drawn.
  data            json NOT NULL,
  -- For a feed over all sites, in the order (horizon, position): see feed_horizon().
  horizon         xid8 NOT NULL,
  position        bigint GENERATED ALWAYS AS IDENTITY,
  transaction_id  xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (site_id, sequence),
  CONSTRAINT events_are_found_by_id_alone UNIQUE (event_id),
  CONSTRAINT an_objects_events_are_numbered
    UNIQUE (site_id, object_type, object_id, object_sequence)
);

CREATE INDEX events_over_all_sites ON events (horizon, position);

-- A transaction id above the event's own and above every one that was completed when the event was
-- written. An event takes it while it holds its site's position, so along a site's feed it never
-- falls: whoever comes next comes after this transaction was completed.
--
-- A reader of all sites orders by (horizon, position) and takes only rows with
--   horizon <= pg_snapshot_xmin(pg_current_snapshot())
-- A row it does not see yet is of a transaction still running or still to come, whose id is not
-- below that xmin and whose horizon therefore is above it: no row ever appears behind the reader.
--
-- Volatile, because it has to look anew after waiting for the site's position.
CREATE FUNCTION feed_horizon() RETURNS xid8 LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN greatest(
    pg_snapshot_xmax(pg_current_snapshot()),
    (pg_current_xact_id()::text::bigint + 1)::text::xid8);
END $$;

-- The number of the next event of an object. Volatile for the same reason.
CREATE FUNCTION next_object_sequence(site resource_id, kind code_name, object text) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN (SELECT coalesce(max(object_sequence), 0) + 1 FROM events
    WHERE site_id = site AND object_type = kind AND object_id = object);
END $$;
