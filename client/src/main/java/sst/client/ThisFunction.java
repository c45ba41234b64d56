package sst.client;

import sst.client.ssm.SsmParameters;

/** The bindings of the running function; read once, since Lambda never changes a process's environment. */
final class ThisFunction {

    static final Bindings BINDINGS = new Bindings(System.getenv(), SsmParameters.of(System.getenv()));

    private ThisFunction() {}
}
