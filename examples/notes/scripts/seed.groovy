import java.time.Instant

/** Add sample notes. */
@Stages(['dev', 'staging'])
@Option(names = '--count', description = 'how many notes; 10 if not given') @Field int count = 10
@Option(names = '--text', description = 'what they say') @Field String text = 'sample'

def notes = resources.table('Notes')
count.times { n ->
    notes.put id: UUID.randomUUID(), kind: 'note', text: "$text ${n + 1}", createdAt: Instant.now()
}
println "$count notes into $notes.name"
