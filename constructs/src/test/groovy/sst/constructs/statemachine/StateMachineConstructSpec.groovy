package sst.constructs.statemachine

import sst.constructs.synth.SynthSpecification

class StateMachineConstructSpec extends SynthSpecification {
    def "steps call the functions they name, and bound functions start it"() {
        given:
        stack('api') {
            def pay = it.function('Pay', [handler: 'src/list.main'])
            def orders = it.stateMachine('Orders', [permissions: 'sqs', express: express, definition: steps(pay)])
            it.function('Start', [handler: 'src/list.main', bind: [[orders, 'write']]])
            it.outputs(Name: orders.stateMachineName)
        }

        when:
        def template = template('api')
        def machine = ofType(template, 'AWS::StepFunctions::StateMachine')[0].get('Properties')
        def actions = ofType(template, 'AWS::IAM::Policy')*.get('Properties').PolicyDocument.Statement*.Action

        then:
        machine.StateMachineName == 'dev-notes-Orders'
        machine.StateMachineType == type
        machine.DefinitionString.toString().contains('Fn::GetAtt:[Pay')
        actions.contains(['lambda:InvokeFunction', 'sqs:*'])
        actions.any { it.contains(['states:StartExecution', 'states:StartSyncExecution', 'states:StopExecution']) }
        ofType(template, 'AWS::Lambda::Function')[1].get('Properties').Environment.Variables.SST_StateMachine_stateMachineArn_Orders

        where:
        express | type       | steps
        false   | 'STANDARD' | { pay -> [StartAt: 'Pay', States: [Pay: [Type: 'Task', Resource: pay.functionArn, End: true]]] }
        true    | 'EXPRESS'  | { pay -> """{"StartAt": "Pay", "States": {"Pay": {"Type": "Task", "Resource": "$pay.functionArn", "End": true}}}""" }
    }
}
