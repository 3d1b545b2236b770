// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Every view model has the signed-in address from its base class.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.LayoutModel;

[ForPurpose("support")]
public abstract class LayoutModel(Customer current)
{
    public string SignedInAs { get; } = current.Email.ToLowerInvariant();
}

public sealed class ArchiveModel(Customer current, params string[] issues) : LayoutModel(current)
{
    public IReadOnlyList<string> Issues { get; } = issues;
}

public static class ArchiveView
{
    [ForPurpose("newsletter")]
    public static void Render(ArchiveModel model)
    {
        foreach (var issue in model.Issues)
            Use.Newsletter(issue);
        if (model is { SignedInAs: { Length: > 0 } reader }) //! ECRM2002
            Use.Newsletter($"sent to {reader}");
    }
}

public static class Case
{
    public static void Run() => ArchiveView.Render(new ArchiveModel(Customers.Ada(), "May", "June"));
}
