package sst.scripts.stage

import spock.lang.Specification

class StageValuesSpec extends Specification {

    int looked = 0
    def values = new StageValues(
        { [SST_Table_tableName_my_notes: 'bound'] },
        { looked++; [SST_Table_tableName_my_notes: 'deployed', SST_Table_tableName_Loose: 'loose', 'SST_Function_functionName_Api/GET /x': 'fn'] })

    def 'what binding knows costs no look at the stacks'() {
        expect:
        values.find('Table', 'my-notes', 'tableName').get() == 'bound'
        looked == 0
    }

    def 'what is bound to no function is found among the resources, looked up once'() {
        expect:
        values.find('Table', 'Loose', 'tableName').get() == 'loose'
        values.find('Function', 'Api/GET /x', 'functionName').get() == 'fn'
        values.find('Table', 'None', 'tableName').empty
        looked == 1
    }

    def 'ids and properties are those of both'() {
        expect:
        values.ids('Table') == ['Loose', 'my_notes']
        values.properties('Table', 'my-notes') == ['tableName']
        values.all().SST_Table_tableName_my_notes == 'bound'
    }
}
