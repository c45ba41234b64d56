package sst.runner.fake

import sst.runner.aws.AwsFailure
import sst.runner.aws.FunctionPort

/** Lambda in memory: an update goes on for some looks, and meanwhile another is refused. */
class FakeFunctions implements FunctionPort {
    final Map<String, Map> functions = [:].withDefault { [code: null, environment: [:], settings: [:], busy: 0] }
    final List<String> calls = []
    /** How many looks an update takes. */
    int slow = 1
    /** What functions that are called were given, and what they answer. */
    final List<Map> events = []
    FunctionPort.Invocation answer = new FunctionPort.Invocation(200, '{"Status":"SUCCESS"}', null, '')
    Closure<Void> around = { String call -> }

    @Override
    FunctionPort.FunctionState updateCode(String name, String bucket, String key) {
        calls << "updateCode $name $key".toString()
        around.call('updateCode')
        begin(name)
        functions[name].code = "$bucket/$key".toString()
        now(name)
    }

    @Override
    FunctionPort.FunctionState configure(String name, Map<String, String> settings, Map<String, String> environment) {
        calls << "configure $name".toString()
        around.call('configure')
        begin(name)
        functions[name].settings.putAll(settings)
        if (environment != null) {
            functions[name].environment = new TreeMap<>(environment)
        }
        now(name)
    }

    private void begin(String name) {
        if (functions[name].busy > 0) {
            throw new AwsFailure(AwsFailure.Kind.REFUSED, 'ResourceConflictException', 'An update is in progress')
        }
        functions[name].busy = slow
    }

    @Override
    FunctionPort.FunctionState state(String name) {
        calls << "state $name".toString()
        functions[name].busy = Math.max(0, functions[name].busy - 1)
        now(name)
    }

    private FunctionPort.FunctionState now(String name) {
        new FunctionPort.FunctionState(functions[name].busy > 0, '', functions[name].environment)
    }

    @Override
    FunctionPort.Invocation invoke(String name, String payload) {
        calls << "invoke $name".toString()
        events << Json.map(payload)
        answer
    }
}
