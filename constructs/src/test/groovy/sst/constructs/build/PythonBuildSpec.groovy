package sst.constructs.build

import sst.model.diagnostic.Code

class PythonBuildSpec extends BuildSpecification {
    def "the folder with the requirements is packed, without what tools left there"() {
        given:
        file('services/requirements.txt', '# none\n')
        file('services/api/preview.py', 'def handler(event, context):\n    return 1\n')
        file('services/core.py', 'X = 1\n')
        file('services/__pycache__/core.pyc', 'x')

        when:
        def built = build(request('services/api/preview.handler'))

        then:
        built.runtime() == 'python3.13'
        built.handler() == 'api/preview.handler'
        entries(built.zip()) == ['api/preview.py', 'core.py', 'requirements.txt']
    }

    def "a lone file is packed with its folder"() {
        given:
        file('src/preview.py', 'async def handler(event, context):\n    return 1\n')

        expect:
        def built = build(request('src/preview.handler', runtime: 'python3.12'))
        built.runtime() == 'python3.12'
        built.handler() == 'preview.handler'
    }

    def "requirements are installed beside the code"() {
        given:
        file('wheels/greet-1.0-py3-none-any.whl', '')
        def wheel = project.resolve('wheels/greet-1.0-py3-none-any.whl')
        run('python3', '-c', """
import zipfile
z = zipfile.ZipFile('$wheel', 'w')
z.writestr('greet.py', 'hi = 1')
z.writestr('greet-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: greet\\nVersion: 1.0\\n')
z.writestr('greet-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nGenerator: t\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
z.writestr('greet-1.0.dist-info/RECORD', '')
z.close()""")
        file('svc/requirements.txt', "--no-index\n--find-links ../wheels\ngreet==1.0\n")
        file('svc/a.py', 'import greet\ndef handler(e, c): return greet.hi\n')

        expect:
        entries(build(request('svc/a.handler')).zip()).containsAll(['a.py', 'greet.py'])
    }

    def "requirements that cannot be installed are explained by pip"() {
        given:
        file('svc/requirements.txt', '--no-index\nno-such-package==1.0\n')
        file('svc/a.py', 'def handler(e, c): return 1\n')

        when:
        def error = builds().build([request('svc/a.handler')]).diagnostics()[0]

        then:
        error.code() == Code.BUILD_FAILED
        error.summary() == "pip cannot install ${project.resolve('svc/requirements.txt')}"
        error.detail().contains('no-such-package')
    }

    def "a function that the module does not define is named with a near one"() {
        given:
        file('src/a.py', 'def handler(e, c):\n    return 1\n')

        when:
        def error = builds().build([request('src/a.handlr')]).diagnostics()[0]

        then:
        error.summary() == "src/a.py has no 'handlr' for handler 'src/a.handlr'"
        error.hint() == "did you mean 'src/a.handler'?"
    }

    def "nothing runs when nothing changed"() {
        given:
        file('src/a.py', 'def handler(e, c):\n    return 1\n')

        when:
        build(request('src/a.handler'))
        build(request('src/a.handler'))

        then:
        heard == ['building Fn', 'reused Fn']
    }
}
