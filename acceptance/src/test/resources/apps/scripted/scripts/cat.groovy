System.in.transferTo(System.out)
