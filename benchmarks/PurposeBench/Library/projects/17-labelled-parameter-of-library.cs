using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LabelledParameterOfLibrary;

public sealed class Outbox
{
    [DataCategory("contact.email"), CollectedFor("support", "marketing")]
    public string Last { get; private set; } = "";

    public void Put(string text, [DataCategory("contact.email"), CollectedFor("support", "marketing")] string address)
    {
        if (text.Length > 0)
            Last = address;
    }
}
