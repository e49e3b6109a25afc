"""Citations led to the documents they mean, across all sources, by a join on the keys that the filter gives both.

As within one archive of the product: by number where a citation gives one with its agency's code, else by exact
title; of several documents with one number the first keeps it, and a title that several carry names none. What no
document of a citation's own archive bears is looked for in all others, and found only where one alone bears it: two
governments may share a code, and many give their plans the same title.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from tables import ORDINAL

#: What a citation calls a document by.
KEY = ["by", "key"]


def resolve(citations: DataFrame, citables: DataFrame) -> DataFrame:
    """The citations with `cited_document_id` and `cited_source`, each null where none is certain.

    Both have `source`, `archive`, `by` and `key`; what a source cites of itself the filter has found already.
    """
    near = known_in_archives(citables)
    far = known_to_one(near)
    own = F.col("cited_document_id").isNotNull()
    found = citations.join(near.withColumnRenamed("found", "near"), ["archive", *KEY], "left").join(
        far.withColumnRenamed("found", "far"), KEY, "left"
    )
    cited = F.coalesce("near", "far")
    source = F.when(own, F.col("source")).otherwise(cited["source"])
    document = F.when(own, F.col("cited_document_id")).otherwise(cited["document_id"])
    columns = [name for name in citations.columns if name not in KEY]
    return (
        found.withColumn("cited_source", source)
        .withColumn("cited_document_id", document)
        .select(*columns, "cited_source")
    )


def known_in_archives(citables: DataFrame) -> DataFrame:
    """For each archive and key the document that is `found` by it (a struct of id and source), else null.

    The first is that of the earliest issue, notices before appointments, as the product's build reads them.
    """
    order = F.struct(F.col("type") != "notice", "issue", "source", ORDINAL, "document_id")
    first = F.min_by(F.struct("document_id", "source"), order)
    certain = (F.first("by") == "number") | (F.count_distinct("document_id") == 1)
    return citables.groupBy("archive", *KEY).agg(F.when(certain, first).alias("found"))


def known_to_one(near: DataFrame) -> DataFrame:
    """For each key that is known to one archive alone the document that is `found` by it, else null."""
    alone = F.when(F.count(F.lit(1)) == 1, F.first("found"))
    return near.groupBy(*KEY).agg(alone.alias("found"))
