using Ethics.Crm;

namespace PurposeBench.Cases.Projects.PublisherOfLibrary;

public sealed class NoteAdded(string text)
{
    public string Text { get; } = text;

    public int Words { get; } = 3;
}

public sealed class NoteBook
{
    public event EventHandler<NoteAdded>? Added;

    [ForPurpose("support")]
    public void Add(Customer customer) => Added?.Invoke(this, new NoteAdded(customer.Note));
}
