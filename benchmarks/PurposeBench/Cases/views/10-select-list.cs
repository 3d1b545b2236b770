// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The list of choices has texts and values; the newsletter shows the texts, which are names that it may use.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.SelectList;

public sealed record SelectListItem(string Text, string Value);

[ForPurpose("support")]
public static class ReaderChoice
{
    public static List<SelectListItem> Items(IEnumerable<Customer> customers) =>
        [.. customers.Select(customer => new SelectListItem(customer.Name, customer.Email))];
}

[ForPurpose("newsletter")]
public static class ChoiceView
{
    public static void Render(IReadOnlyList<SelectListItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            Use.Newsletter($"<option value={i}>{items[i].Text}</option>");
    }
}

public static class Case
{
    public static void Run() => ChoiceView.Render(ReaderChoice.Items([Customers.Ada(), Customers.Other()]));
}
