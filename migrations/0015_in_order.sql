-- A column's place among its language's, as one value: the one before it and the one after it are each
-- one step of the index, also where several were published at one instant.
CREATE INDEX columns_in_order ON columns (language, published_at || id);
