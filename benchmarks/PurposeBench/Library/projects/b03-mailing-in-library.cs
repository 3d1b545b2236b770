using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B03MailingInLibrary;

[ForPurpose("newsletter")]
public sealed class Mailing
{
    private readonly List<string> _lines = [];

    public Mailing Add(string line)
    {
        _lines.Add(line);
        return this;
    }

    public void Send() => Use.Newsletter(string.Join('\n', _lines));
}
