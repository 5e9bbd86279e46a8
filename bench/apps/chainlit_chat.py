"""The anchor of `bench.load`: the shortest Chainlit chat that remembers what was said and streams the answer.

Run by Chainlit in an environment of its own, so nothing of PlanWise can be imported here.
"""

import chainlit
import openai

model = openai.AsyncOpenAI()  # OPENAI_BASE_URL and OPENAI_API_KEY


@chainlit.on_chat_start
async def begin() -> None:
    chainlit.user_session.set("said", [])


@chainlit.on_message
async def reply(asked: chainlit.Message) -> None:
    said = chainlit.user_session.get("said")
    said.append({"role": "user", "content": asked.content})
    words = chainlit.Message(content="")
    async for chunk in await model.chat.completions.create(model="paced", messages=said, stream=True):
        if token := chunk.choices[0].delta.content:
            await words.stream_token(token)
    said.append({"role": "assistant", "content": words.content})
    await words.update()
