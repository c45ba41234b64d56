package sst.constructs.build

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.AutoCleanup
import sst.constructs.build.request.BuildRequest
import sst.model.diagnostic.Code

class MigratorSpec extends BuildSpecification {
    static final String REMEMBERED = 'main: insert into kysely_migration (name, timestamp) values (:name, :timestamp)'

    @AutoCleanup
    FakeDataApi database = new FakeDataApi()

    int packages

    private BuildRequest migrator() {
        request('sst:migrator', runtime: 'nodejs22.x', path: 'db')
    }

    private Path pack() {
        unzip(build(migrator()).zip(), Files.createDirectories(project.resolve("package${++packages}")))
    }

    private Object call(Map event, Path packed = pack(), String engine = 'postgres') {
        String text = node("""
            process.env.RDS_ENGINE_MODE = '$engine';
            const { handler } = await import('$packed/index.mjs');
            try {
                console.log(JSON.stringify({ answer: await handler(${new ObjectMapper().writeValueAsString(event)}) }));
            } catch (error) {
                console.log(JSON.stringify({ error: error.message }));
            }
        """)
        new ObjectMapper().readValue(text, Map)
    }

    private String node(String script) {
        def process = new ProcessBuilder('node', '--input-type=module', '-e', script).redirectErrorStream(true)
        process.environment().putAll(AWS_ENDPOINT_URL: database.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'key',
                AWS_SECRET_ACCESS_KEY: 'secret', RDS_ARN: 'arn', RDS_SECRET: 'secret', RDS_DATABASE: 'main')
        def started = process.start()
        started.outputStream.close()
        def text = started.inputStream.text
        assert started.waitFor() == 0: text
        text.trim()
    }

    def "scripts run once, in the order of their names, each in a transaction of its own"() {
        given:
        file('db/002_more.sql', 'alter table notes add body text;')
        file('db/001_notes.sql', 'create table notes (id int);\n-- and an index;\ncreate index i on notes (id);\n')
        file('db/README.md', 'not a migration')

        expect:
        call([:]) == [answer: [applied: ['001_notes', '002_more']]]
        database.statements == [
                'begin', 'main: create table notes (id int)', 'main: -- and an index;\ncreate index i on notes (id)', REMEMBERED, 'commit',
                'begin', 'main: alter table notes add body text', REMEMBERED, 'commit']

        when:
        file('db/003_last.sql', 'drop table notes')

        then:
        call([database: 'other']) == [answer: [applied: ['003_last']]]
        database.statements[-3] == 'other: drop table notes'
        call([type: 'list']).answer*.name == ['001_notes', '002_more', '003_last']
        call([type: 'undo']) == [error: "'undo' is no type of call; write 'latest' or 'list'"]
    }

    def "CloudFormation hears which migration failed, and nothing of it stays"() {
        given:
        file('db/1.sql', 'create table notes (id int)')
        file('db/2.sql', 'create table more (id int); oops')
        database.broken = 'oops'
        def event = [RequestType: 'Create', ResponseURL: "$database.endpoint/answer".toString(), LogicalResourceId: 'MigrationRun',
                     StackId: 'stack', RequestId: 'request', ResourceProperties: [Migrations: 'hash']]

        when:
        call(event)

        then:
        database.answers == [[Status: 'FAILED', Reason: 'migration 2 failed: syntax error', PhysicalResourceId: 'MigrationRun',
                              StackId: 'stack', RequestId: 'request', LogicalResourceId: 'MigrationRun']]
        database.statements[-1] == 'rollback'
        database.applied.keySet() == ['1'] as Set

        when:
        database.broken = 'nothing breaks'
        call(event + [RequestType: 'Update', PhysicalResourceId: 'MigrationRun'])
        call(event + [RequestType: 'Delete', PhysicalResourceId: 'MigrationRun'])

        then:
        database.answers*.Status == ['FAILED', 'SUCCESS', 'SUCCESS']
        database.applied.keySet() == ['1', '2'] as Set
    }

    def "what a database has had must be the beginning of the list: #message"() {
        given:
        names.each { file("db/${it}.sql", 'select 1') }
        had.each { database.applied[it] = 'before' }

        expect:
        call([:]) == [error: message]
        database.statements == []

        where:
        names      | had        || message
        ['1', '2'] | ['2']      || 'migration 1 comes before others that were applied; give it a later name'
        ['2']      | ['1', '2'] || 'migration 1 was applied and its file is gone; put it back'
    }

    def "MySQL has no transactions for tables"() {
        given:
        file('db/1.sql', 'create table `a;b` (id int); # end;')

        when:
        call([:], pack(), 'mysql')

        then:
        database.statements == ['main: create table `a;b` (id int)', REMEMBERED]
    }

    def "modules get the Kysely of the app, in TypeScript too"() {
        given:
        file('package.json', '{}')
        file('node_modules/kysely/package.json', '{"name": "kysely", "type": "module", "main": "index.js"}')
        file('node_modules/kysely/index.js', '''
            export class Kysely {
                constructor({ dialect }) { this.run = (sql, parameters) => dialect.run(sql, parameters); }
                transaction() { return { execute: (work) => work(this) }; }
                insertInto(table) { return { values: (row) => ({ execute: () => this.run("insert into " + table + " (name, timestamp)",
                    Object.entries(row).map(([name, stringValue]) => ({ name, value: { stringValue } }))) }) }; }
            }''')
        file('node_modules/kysely-data-api/package.json', '{"name": "kysely-data-api", "type": "module", "main": "index.js"}')
        file('node_modules/kysely-data-api/index.js', '''
            export class DataApiDialect {
                constructor({ mode, driver }) { this.mode = mode; this.driver = driver; }
                run(sql, parameters) {
                    const { client, ...target } = this.driver;
                    return client.executeStatement({ ...target, sql, parameters }).promise();
                }
            }''')
        file('db/1_first.sql', 'create table first (id int)')
        file('db/2_second.ts', 'import { name } from "./names/table"; export async function up(db: any) { await db.run(`create table ${name}`); }')
        file('db/names/table.ts', 'export const name: string = "second"')

        expect:
        call([:]) == [answer: [applied: ['1_first', '2_second']]]
        database.statements.contains('main: create table second')
        database.applied.keySet() == ['1_first', '2_second'] as Set

        when:
        file('db/3_third.mjs', 'export const down = () => {}')

        then:
        call([:]) == [error: "migration 3_third failed: it exports no function 'up'"]
    }

    def "refused before anything is deployed: #summary"() {
        given:
        files.each { file(it, 'select 1') }

        when:
        def diagnostics = builds().build([migrator()]).diagnostics()

        then:
        diagnostics*.code() == [code]
        diagnostics*.summary() == [summary]
        diagnostics[0].at().line() == 7

        where:
        code              | files                  || summary
        Code.MISSING_FILE | []                     || "migrations 'db' is no folder"
        Code.MISSING_FILE | ['db/1.mjs']           || "migrations in JavaScript need the package 'kysely'"
        Code.DUPLICATE_ID | ['db/1.mjs', 'db/1.sql'] || "migrations 'db' has two files of the name '1'"
    }

    def "a script is taken apart at the semicolons that end something: #engine, #text"() {
        given:
        file('db/1.sql', 'select 1')
        def packed = pack()
        def quoted = new ObjectMapper().writeValueAsString(text)

        expect:
        new ObjectMapper().readValue(node("""
            const { statements } = await import('$packed/statements.mjs');
            console.log(JSON.stringify(statements($quoted, '$engine')));
        """), List) == found

        where:
        engine     | text                                                   || found
        'postgres' | "insert into t values ('a;''b');; select \"c;d\""      || ["insert into t values ('a;''b')", 'select "c;d"']
        'postgres' | 'do $x$ begin; $y$;$y$ end $x$; select $1; select 2'   || ['do $x$ begin; $y$;$y$ end $x$', 'select $1', 'select 2']
        'postgres' | "select e'it\\'s;' /* a /* b; */ ; */ ; -- end;"       || ["select e'it\\'s;' /* a /* b; */ ; */"]
        'mysql'    | "select 'it\\'s;', `a;`; # b;\nselect 2-- c;\n"        || ["select 'it\\'s;', `a;`", '# b;\nselect 2-- c;']
    }

    def "calls are signed as AWS wants it, and patient with a cluster that wakes up"() {
        given:
        file('db/1.sql', 'select 1')
        def packed = pack()
        database.refusals = 2

        expect: 'the signature that botocore 1.29 gives'
        node("""
            const { sign } = await import('$packed/data-api.mjs');
            const env = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SESSION_TOKEN: 'TOKEN',
                AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
            const url = new URL('https://rds-data.us-east-1.amazonaws.com/Execute');
            console.log(sign({ url, headers: { 'content-type': 'application/json' }, body: '{"sql":"select 1"}', env,
                now: new Date('2026-01-02T03:04:05Z') }).authorization);
        """) == 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/rds-data/aws4_request, ' +
                'SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, ' +
                'Signature=a44d18c85484cb262795e92166e8389b09c8c8418c6ff0b01d4d31eac990bbd6'
        node("""
            const { DataApi } = await import('$packed/data-api.mjs');
            console.log(await new DataApi(process.env, 'main', 1).begin());
        """) == 'tx'
    }
}
