package sst.runner.fake

import sst.runner.deploy.event.DeployEvent
import sst.runner.ui.Result
import sst.runner.ui.Ui

/** A user who remembers everything and answers as told. */
class RecordingUi implements Ui {
    final List<DeployEvent> events = Collections.synchronizedList([])
    final List<String> said = []
    final List<Result> results = []
    final List<Throwable> failures = []
    final List<String> questions = []
    List<String> answers = []

    @Override
    void event(DeployEvent event) { events << event }

    @Override
    void say(String line) { said << line }

    @Override
    void warn(String line) { said << "! $line".toString() }

    @Override
    void found(List diagnostics) { said.addAll(diagnostics*.toString()) }

    @Override
    void failure(Throwable thrown) { failures << thrown }

    @Override
    void result(Result result) { results << result }

    @Override
    boolean canAsk() { !answers.empty }

    @Override
    String ask(String question) {
        questions << question
        answers.remove(0)
    }

    @Override
    void close() { }
}
