println 'looping'
while (true) {
    Thread.sleep(10)
}
