// The notes example in Java: JShell reads this file.

app(a -> a
        .name("notes-java")
        .cloud(stage().equals("prod") ? "aws" : "local")
        .removal(stage().equals("prod") ? "retain" : "destroy")
        .protect(stage().equals("prod")));

/** A function of the Maven project in api/. */
void handler(FunctionBlock function, String name) {
    function.handler("notes." + name + "::handleRequest").runtime("java17").path("api").timeout("20 seconds");
}

stack("data", s -> {
    var notes = s.table("Notes", t -> t
            .field("id", "string")
            .field("kind", "string")
            .field("createdAt", "string")
            .primaryIndex(i -> i.partitionKey("id"))
            .globalIndex("byTime", i -> i.partitionKey("kind").sortKey("createdAt")));
    s.output("TableName", notes.getTableName());
});

stack("api", s -> {
    var notes = s.use("data").get("Notes", Table.class);
    var api = s.api("Api", a -> a
            .defaults(d -> d.function(f -> f.bind(notes)))
            .route("POST /notes", f -> handler(f, "Create"))
            .route("GET /notes", f -> handler(f, "ListNotes"))
            .route("GET /notes/{id}", f -> handler(f, "Get"))
            .route("DELETE /notes/{id}", f -> handler(f, "Remove"))
            .route("POST /preview", f -> handler(f, "Preview"))
            .route("GET /stats", f -> handler(f, "Stats")));
    s.output("ApiUrl", api.getUrl());
});
