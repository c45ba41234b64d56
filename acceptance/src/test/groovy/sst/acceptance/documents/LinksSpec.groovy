package sst.acceptance.documents

import spock.lang.Specification

import java.nio.file.Files

class LinksSpec extends Specification {

    def 'every link of #page to a file of the repository leads somewhere'() {
        given:
        def links = (Files.readString(page) =~ /\]\((?!https?:)([^)#]+)[^)]*\)/).collect { it[1] }

        expect:
        links.findAll { !Files.exists(page.parent.resolve(it)) } == []

        where:
        page << Documents.pages()
    }
}
