println resources.function('Echo').invoke(id: 7).got.id
