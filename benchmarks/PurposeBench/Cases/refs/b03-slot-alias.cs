// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: A ref local is another name for the element; writing it writes the array that analytics reads.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.SlotAlias;

public sealed class Form
{
    private readonly string[] _answers = ["", "", ""];

    public ref string Slot(int question) => ref _answers[question];

    public string Answer(int question) => _answers[question];
}

[ForPurpose("support")]
public static class Interview
{
    public static void Fill(Form form, Customer customer)
    {
        ref var slot = ref form.Slot(1);
        slot = "unknown";
        Overwrite(ref slot, customer.Postcode);
    }

    private static void Overwrite(ref string slot, string answer) => slot = answer;
}

[ForPurpose("analytics")]
public static class Heatmap
{
    public static void Add(Form form) => Use.Analytics(form.Answer(1)); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var form = new Form();
        Interview.Fill(form, Customers.Ada());
        Heatmap.Add(form);
    }
}
