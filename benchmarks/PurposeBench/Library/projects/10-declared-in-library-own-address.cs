using Ethics.Crm;

namespace PurposeBench.Cases.Projects.DeclaredInLibraryOwnAddress;

[ForPurpose("newsletter")]
public sealed class NewsSender
{
    private readonly string _target;

    private NewsSender(string target) => _target = target;

    public static NewsSender To(string target) => new(target);

    public void Send(string headline) => Use.Newsletter($"{_target}: {headline}");
}
