package sst.runner.stage

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.CloudError

class PlacesSpec extends Specification {
    @TempDir
    Path folder

    def dev = new StageName('dev')

    Places places() {
        new Places(folder.resolve('places'))
    }

    def "a stage that was deployed to one account is not deployed to #account #region"() {
        given:
        places().remember(dev, '111122223333', 'eu-west-1')

        when:
        places().check(dev, account, region)

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary() == "stage dev was deployed to 111122223333 eu-west-1 before, this is $account $region"

        where:
        account        | region
        '999988887777' | 'eu-west-1'
        '111122223333' | 'us-east-1'
    }

    def "the same place, another stage and a stage that was removed are free"() {
        given:
        places().remember(dev, '111122223333', 'eu-west-1')

        when:
        places().check(dev, '111122223333', 'eu-west-1')
        places().check(new StageName('prod'), '999988887777', 'eu-west-1')
        places().forget(dev)
        places().check(dev, '999988887777', 'eu-west-1')

        then:
        noExceptionThrown()
    }
}
