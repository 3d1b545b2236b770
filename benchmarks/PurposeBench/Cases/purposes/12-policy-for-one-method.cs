// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The policy declares the purpose of one method of a class that says nothing.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.PolicyForOneMethod;

public sealed class NoteArchive
{
    private readonly LinkedList<string> _notes = new();

    [ForPurpose("support")]
    public void Keep(Customer customer) => _notes.AddLast(customer.Note);

    // "research" by the policy.
    public void CountWords()
    {
        for (var node = _notes.First; node is not null; node = node.Next)
            Use.Research(node.Value); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var archive = new NoteArchive();
        archive.Keep(Customers.Ada());
        archive.CountWords();
    }
}
