-- Readers are shown a language's topics in the site's order: found as they stand, with nothing to sort.
CREATE INDEX topics_in_order ON topics (language, position, name);
