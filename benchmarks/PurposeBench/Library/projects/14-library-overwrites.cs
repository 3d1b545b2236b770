namespace PurposeBench.Cases.Projects.LibraryOverwrites;

public sealed class Message
{
    public string? Number { get; set; }

    public string Text { get; set; } = "";

    public Message WithoutPerson()
    {
        Number = null;
        return this;
    }
}
