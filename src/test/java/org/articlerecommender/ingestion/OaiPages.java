package org.articlerecommender.ingestion;

/** OAI-PMH answers in arXiv's form about invented articles. */
final class OaiPages {

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-04-13T05:00:00Z</responseDate>
            <request verb="ListRecords">http://oaipmh.arxiv.org/oai</request>
            %s
            </OAI-PMH>
            """;

    private OaiPages() {}

    /** @param token what asks for the next page, or null on the last */
    static String page(String token, int listSize, String... records) {
        return FRAME.formatted(
                records.length == 0
                        ? "<error code=\"noRecordsMatch\">none</error>"
                        : "<ListRecords>%s<resumptionToken completeListSize=\"%d\">%s</resumptionToken></ListRecords>"
                                .formatted(String.join("", records), listSize, token == null ? "" : token));
    }

    static String error(String code) {
        return FRAME.formatted("<error code=\"%s\">so it is</error>".formatted(code));
    }

    /** A paper that was submitted and changed on the day. */
    static String record(String id, String day) {
        return """
                <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp></header>
                <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>%s</id><created>%s</created>
                <authors><author><keyname>Leuchtfeuer</keyname><forenames>Ada</forenames></author></authors>
                <title>Lamp %s</title><categories>cs.LG</categories><abstract>It shines.</abstract></arXiv></metadata>
                </record>""".formatted(id, day, id, day, id);
    }

    static String removed(String id, String day) {
        return "<record><header status=\"deleted\"><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp></header></record>"
                .formatted(id, day);
    }
}
