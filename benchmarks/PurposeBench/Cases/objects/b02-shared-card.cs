// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The display that marketing holds is the object that support fills later, and its getter is computed from what was filled in.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.SharedCard;

public sealed class CallerDisplay
{
    private string? _number;

    public string Title { get; init; } = "";

    public string Line => _number is null ? Title : $"{Title} <{_number}>";

    public void Show(string? number) => _number = number;
}

[ForPurpose("support")]
public sealed class CallDesk(CallerDisplay display)
{
    public void Ring(Customer customer) => display.Show(customer.Phone);
}

[ForPurpose("marketing")]
public sealed class UpsellPanel(CallerDisplay display)
{
    public void Refresh() => Use.Marketing(display.Line); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var display = new CallerDisplay { Title = "Incoming" };
        var panel = new UpsellPanel(display);
        new CallDesk(display).Ring(Customers.Ada());
        panel.Refresh();
    }
}
