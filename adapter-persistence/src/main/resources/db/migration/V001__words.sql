-- What the columns of all tables are made of.

-- An id: a prefix and the 26 characters of a UUIDv7, compared byte by byte so that newer ids sort last.
CREATE DOMAIN resource_id AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z]{2,4}_[0-7][0-9a-hjkmnp-tv-z]{25}$');

-- The name of a gateway adapter, such as cybersource.
CREATE DOMAIN gateway_id AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z][a-z0-9_]{1,39}$');

-- A name of ours: a state, a code, a kind.
CREATE DOMAIN code_name AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z0-9_]+$');

-- Money, in the minor units of the currency beside it.
CREATE DOMAIN minor_units AS bigint
  CHECK (VALUE BETWEEN 0 AND 9999999999);

CREATE DOMAIN currency_code AS text COLLATE "C"
  CHECK (VALUE ~ '^[A-Z]{3}$');

-- A JSON object of strings as the list key, value, key, value …, which is how it is read and, by
-- jsonb_object, how it is written.
CREATE FUNCTION text_pairs(pairs jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT unnest(ARRAY[key, value]) FROM jsonb_each_text(pairs));
