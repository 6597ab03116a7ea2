-- what is promised and delivered of a listing is never more than there is
SELECT listing_id, quantity, held, delivered FROM listing
WHERE held < 0 OR delivered < 0 OR held + delivered > quantity;

-- every listing has the revision that it says is its current one
SELECT l.listing_id, l.revision FROM listing l
LEFT JOIN listing_revision r ON r.listing_id = l.listing_id AND r.revision = l.revision
WHERE r.listing_id IS NULL;
