// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: Bytes go into one end of a pipe and come out of the other, where analytics reads.
using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.PipeOfBytes;

[ForPurpose("support")]
public static class Dictation
{
    public static async Task WriteAsync(PipeWriter writer, Customer customer)
    {
        writer.Write(Encoding.UTF8.GetBytes(customer.Note));
        await writer.CompleteAsync();
    }
}

[ForPurpose("analytics")]
public static class Listener
{
    public static async Task ReadAsync(PipeReader reader)
    {
        var text = Encoding.UTF8.GetString((await reader.ReadAtLeastAsync(1000)).Buffer); //! ECRM2002
        Use.Analytics(text);
        await reader.CompleteAsync();
    }
}

public static class Case
{
    public static async Task Run()
    {
        var pipe = new Pipe();
        await Dictation.WriteAsync(pipe.Writer, Customers.Ada());
        await Listener.ReadAsync(pipe.Reader);
    }
}
