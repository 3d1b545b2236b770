// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: The handler uses the name of the property that changed.
using System.ComponentModel;
using Ethics.Crm;

namespace PurposeBench.Cases.Events.PropertyChangedName;

public sealed class CallForm : INotifyPropertyChanged
{
    public event PropertyChangedEventHandler? PropertyChanged;

    public string? Number
    {
        get;
        set
        {
            field = value;
            PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(Number)));
        }
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Dial(CallForm form, Customer customer)
    {
        form.Number = customer.Phone;
        Use.Support(form.Number);
    }
}

[ForPurpose("analytics")]
public static class Keystrokes
{
    public static void Watch(CallForm form) => form.PropertyChanged += Count;

    private static void Count(object? sender, PropertyChangedEventArgs e)
    {
        if (sender is CallForm form && e.PropertyName == nameof(CallForm.Number))
            Use.Analytics($"{e.PropertyName} of {form.GetType().Name}");
    }
}

public static class Case
{
    public static void Run()
    {
        var form = new CallForm();
        Keystrokes.Watch(form);
        Desk.Dial(form, Customers.Ada());
    }
}
