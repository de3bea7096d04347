/** 'Poll Times' of every two seconds: n8n takes no expression with several seconds in it, but several. */
export const secondsBetweenPolls = 2;
export const everyTwoSeconds = {
	item: Array.from({ length: 60 / secondsBetweenPolls }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * secondsBetweenPolls} * * * * *`,
	})),
};
