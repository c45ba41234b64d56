package sst.scripts.stage

import spock.lang.Specification

class StageSettingsSpec extends Specification {

    static final LOCAL = new StageSite('notes', 'dev', 'eu-west-1', 'http://127.0.0.1:4566', null)

    def 'a local stage is reached with made-up credentials, whatever the caller has'() {
        given:
        def mine = [
            PATH: '/bin', AWS_PROFILE: 'company', AWS_SESSION_TOKEN: 't', AWS_ACCESS_KEY_ID: 'AKIA', AWS_REGION: 'us-west-2',
            AWS_ENDPOINT_URL_S3: 'http://elsewhere',
        ]

        expect:
        StageSettings.over(mine, LOCAL) == [
            PATH: '/bin', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'eu-west-1',
            AWS_DEFAULT_REGION: 'eu-west-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
            SST_APP: 'notes', SST_STAGE: 'dev', SST_REGION: 'eu-west-1', SST_SSM_PREFIX: '/sst/notes/dev/',
        ]
    }
}
