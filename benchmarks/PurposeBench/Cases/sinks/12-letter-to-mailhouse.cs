// verdict: violation
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The mail house may have addresses for newsletter and marketing; this one was collected for billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.LetterToMailhouse;

public sealed class Letter
{
    public string Text { get; set; } = "";

    public string[] Lines { get; set; } = [];
}

[ForPurpose("billing")]
public static class InvoicePost
{
    public static Letter Write(Customer customer) => new() { Text = "Please pay", Lines = [customer.Name, customer.Street] };
}

public sealed class PostQueue
{
    private readonly Queue<Letter> _letters = new();

    public void Add(Letter letter) => _letters.Enqueue(letter);

    public async Task FlushAsync()
    {
        while (_letters.TryDequeue(out var letter))
            await MailHouse.SendAsync(letter.Lines[1]); //! ECRM3001
    }
}

public static class Case
{
    public static Task Run()
    {
        var queue = new PostQueue();
        queue.Add(InvoicePost.Write(Customers.Ada()));
        return queue.FlushAsync();
    }
}
