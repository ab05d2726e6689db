-- Whoever keeps settings in memory hears at once, and from the database itself, that they changed.

CREATE FUNCTION tell_that_settings_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('settings_changed', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER integrations_are_told
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON integrations
  FOR EACH STATEMENT EXECUTE FUNCTION tell_that_settings_changed();

-- That a key was used is written often and changes nothing.
CREATE TRIGGER api_keys_are_told
  AFTER UPDATE OF site_id, key_id, hash, name OR DELETE OR TRUNCATE ON api_keys
  FOR EACH STATEMENT EXECUTE FUNCTION tell_that_settings_changed();
